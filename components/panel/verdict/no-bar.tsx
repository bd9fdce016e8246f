import { i18n } from '#i18n'
import { BarFrame } from './bar-frame'
import { Buttons } from './buttons'

/** The bar while there is nobody to judge yet: in its place, and plainly not usable. */
export function NoVerdictBar({ waiting }: { waiting: boolean }) {
  return (
    <BarFrame aside={waiting ? undefined : i18n.t('panel.verdict.notYetKnown')}>
      <div className="pt-1.5"><Buttons give={undefined} chosen={undefined} /></div>
    </BarFrame>
  )
}
