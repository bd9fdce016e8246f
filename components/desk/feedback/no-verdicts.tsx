import { i18n } from '#i18n'
import { linkTo } from '../shell/route'

/** What to do where nobody has judged a lead yet. */
export function NoVerdicts() {
  const link = 'text-accent-strong underline'
  return (
    <div className="rounded-lg border border-dashed border-edge p-8 text-center text-soft">
      <p>{i18n.t('feedback.empty')}</p>
      <p className="pt-2"><a className={link} href={linkTo('connections')}>{i18n.t('desk.page_connections')}</a> · <a className={link} href={linkTo('home')}>{i18n.t('home.samplesLoad')}</a></p>
    </div>
  )
}
