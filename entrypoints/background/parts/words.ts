import { i18n } from '#i18n'
import { labelKey } from '@/lib/domain/sentence'
import type { Playbook } from '@/lib/domain/playbook'
import type { VerdictValue } from '@/lib/domain/ledger'

type LookUp = (key: string, values?: string[]) => string
const say: LookUp = (key, values) => String(Reflect.apply(i18n.t, i18n, values ? [key, values] : [key]))

/** Texts written into a CRM, in the language of the browser. `playbook` gives reasons their own labels. */
export function crmWords(playbook: () => Playbook) {
  return {
    verdict: (value: VerdictValue) => say(`verdict.${value}`),
    reason: (value: VerdictValue, id: string) => playbook().reasons[value].find((reason) => reason.id === id)?.label ?? (say(labelKey('reason', id)) || id),
    sent: (title: string) => say('crm.sent', [title]),
    comeBack: () => say('crm.comeBack'),
    label: (name: string) => say(`crm.property_${name}`),
    fieldsRefused: (because: string) => say('crm.fieldsRefused', [because]),
  }
}
