import type { ClauseOf } from '@/lib/domain/definitions/clause'
import { labelKey } from '@/lib/domain/sentence'
import { touchKind } from '@/lib/domain/touch'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { Check, Field, TextBox } from '../../shell/field'
import { PickMany } from './pick-many'

type StoryClause = ClauseOf<'story'>
const kinds = touchKind.options.map((id) => ({ id, name: message(labelKey('touch', id)) }))

/** Which touches, how many, how lately, and whether machines count. */
export function StoryFields({ clause, onChange }: { clause: StoryClause; onChange: (clause: StoryClause) => void }) {
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <PickMany label={i18n.t('clause.touches')} options={kinds} picked={clause.kinds} onChange={(picked) => onChange({ ...clause, kinds: [...picked] })} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={i18n.t('clause.times')}>
          {(ids) => <TextBox {...ids} type="number" min={1} value={clause.atLeast} onChange={(event) => onChange({ ...clause, atLeast: Math.max(1, Math.round(event.target.valueAsNumber || 1)) })} />}
        </Field>
        <Field label={i18n.t('clause.within')} hint={i18n.t('clause.withinHint')}>
          {(ids) => <TextBox {...ids} type="number" min={1} value={clause.withinDays ?? ''} onChange={(event) => onChange({ ...clause, withinDays: event.target.value === '' ? undefined : Math.max(1, Math.round(event.target.valueAsNumber || 1)) })} />}
        </Field>
      </div>
      <Check label={i18n.t('clause.humanOnly')} hint={i18n.t('clause.humanOnlyHint')} checked={clause.humanOnly} onChange={(event) => onChange({ ...clause, humanOnly: event.target.checked })} />
    </div>
  )
}
