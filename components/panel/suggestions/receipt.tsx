import { useState } from 'react'
import type { Receipt as ReceiptShape } from '@/lib/domain/suggest/types'
import { Disclosure } from '@/components/ui/disclosure'
import { Said } from '@/components/ui/said'
import { i18n } from '#i18n'

/** What speaks for an asset, what against it, who vouches for it, and how it did. */
export function Receipt({ receipt }: { receipt: ReceiptShape }) {
  const [open, setOpen] = useState(false)
  const strongest = Math.max(...receipt.reasons.map((reason) => Math.abs(reason.points)), 1)
  return (
    <Disclosure title={i18n.t('panel.suggestions.receipt')} open={open} onToggle={setOpen} className={open ? 'basis-full' : 'ms-1'}>
      <div className="space-y-1.5 py-1 text-small text-soft">
        <ul className="space-y-1">
          {receipt.reasons.map((reason) => (
            <li key={reason.signal} className="flex items-start gap-2">
              <span aria-hidden className="mt-1.5 h-1 w-8 shrink-0 rounded-full bg-line">
                <span className="block h-1 rounded-full bg-accent" style={{ width: `${(Math.abs(reason.points) / strongest) * 100}%` }} />
              </span>
              <span className="min-w-0 flex-1"><Said sentence={reason.sentence} /></span>
            </li>
          ))}
        </ul>
        {receipt.misfits.slice(1).map((misfit, index) => <p key={index} className="text-warn"><Said sentence={misfit} /></p>)}
        <p><Said sentence={receipt.verification} /></p>
        <p><Said sentence={receipt.record} /></p>
      </div>
    </Disclosure>
  )
}
