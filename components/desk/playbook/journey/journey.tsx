import { i18n } from '#i18n'
import { Card } from '../../shell/page'
import { Stages } from './stages'
import { Terms } from './terms'
import { Unmapped } from './unmapped'

/** The stages a lead goes through and whose turn each is, and the words of the CRM for all of it. */
export function Journey() {
  return (
    <>
      <Unmapped />
      <Card title={i18n.t('playbook.stages')}>
        <p className="pb-3 text-soft">{i18n.t('playbook.stagesLead')}</p>
        <Stages />
      </Card>
      {(['personas', 'industries', 'products'] as const).map((family) => <Terms key={family} family={family} />)}
    </>
  )
}
