import { useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { Card } from '../shell/page'

/**
 * A chart and the table that says the same; the reader chooses which is shown, a screen reader has the table always, and whoever comes to its links by the
 * keyboard sees it. What else there is to say stands above.
 */
export function ShownAs({ title, chart, table, note, children }: { title: string; chart: ReactNode; table: ReactNode; note?: ReactNode; children?: ReactNode }) {
  const [asTable, setAsTable] = useState(false)
  return (
    <Card title={title} aside={<Button look="quiet" className="-mx-2.5" onClick={() => setAsTable(!asTable)}>{i18n.t(asTable ? 'overview.asChart' : 'overview.asTable')}</Button>}>
      {children}
      {!asTable && chart}
      {asTable
        ? <div className="overflow-x-auto" role="region" aria-label={title} tabIndex={0}>{table}</div>
        : <div className="sr-only focus-within:not-sr-only"><div className="focus-within:overflow-x-auto">{table}</div></div>}
      {note && <div className="pt-3 text-small text-soft">{note}</div>}
    </Card>
  )
}
