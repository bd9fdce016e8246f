import { CircleCheck, CircleX } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { ErrorNote } from '@/components/ui/error-note'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useTell } from '../data/ask'
import { Problem } from '../data/problem'

/** Creates the property group and properties verdicts are kept in; what is there already is left alone. */
export function HubspotSetUp({ org }: { org: string }) {
  const setUp = useTell('hubspot.setup', 'desk.state')
  return (
    <div className="flex flex-col items-start gap-2 rounded-md bg-sunken p-3">
      <p>{i18n.t('connect.setUpText')}</p>
      <Button off={setUp.isPending} onClick={() => setUp.mutate({ org })}>{i18n.t('connect.setUp')}</Button>
      <Problem of={setUp.error} />
      <ul aria-live="polite">
        {setUp.data?.map(({ step, state, error }) => (
          <li key={step} className="flex items-center gap-1.5">
            {state === 'failed' ? <CircleX aria-hidden size={14} className="text-bad" /> : <CircleCheck aria-hidden size={14} className="text-good" />}
            <code>{step}</code> {message(`connect.step_${state}`)}
            {error && <ErrorNote error={error} service="HubSpot" />}
          </li>
        ))}
      </ul>
    </div>
  )
}
