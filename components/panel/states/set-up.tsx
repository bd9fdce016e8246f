import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { useErrand } from '../acts/use-errand'
import { usePanel } from '../panel-context'
import { Trouble } from './trouble'

/** Consent or the first connection is missing: nothing is read before that. */
export default function SetUp() {
  const { bus } = usePanel()
  const errand = useErrand(() => bus.ask('desk.open', { page: 'set-up' }))
  return (
    <main className="grid flex-1 place-content-center gap-3 p-6 text-center">
      <h1 className="text-large font-semibold">{i18n.t('panel.setUp.title')}</h1>
      <p className="max-w-64 text-balance text-soft">{i18n.t('panel.setUp.text')}</p>
      <div>
        <Button look="primary" onClick={errand.run}>{i18n.t('panel.setUp.action')}</Button>
      </div>
      {errand.error && <Trouble error={errand.error} again={errand.run} />}
    </main>
  )
}
