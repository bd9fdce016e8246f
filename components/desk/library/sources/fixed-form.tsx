import { useState } from 'react'
import { assetKind } from '@/lib/domain/asset'
import type { FixedFields } from '@/lib/domain/source'
import { labelKey } from '@/lib/domain/sentence'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { Choice, Field, TextBox } from '../../shell/field'

const languageForm = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i

/** Kind, language and topics for all items of a source. */
export function FixedForm({ fixed, onChange }: { fixed: FixedFields; onChange: (fixed: FixedFields) => void }) {
  const [language, setLanguage] = useState(fixed.language ?? '')
  const wrong = language !== '' && !languageForm.test(language)
  const { kind: _kind, ...withoutKind } = fixed
  const { language: _language, ...withoutLanguage } = fixed
  const { topics: _topics, ...withoutTopics } = fixed
  const topicsOf = (text: string) => text.split(',').map((topic) => topic.trim().slice(0, 120)).filter(Boolean).slice(0, 20)
  return (
    <fieldset className="grid w-full gap-3 sm:grid-cols-3">
      <legend className="pb-2 text-soft">{i18n.t('sources.fixed')}</legend>
      <Field label={i18n.t('sources.fixedKind')}>
        {(ids) => (
          <Choice {...ids} value={fixed.kind ?? ''} onChange={(event) => { const kind = assetKind.safeParse(event.target.value); onChange(kind.success ? { ...fixed, kind: kind.data } : withoutKind) }}>
            <option value="">{i18n.t('sources.fixedKindNone')}</option>
            {assetKind.options.map((kind) => <option key={kind} value={kind}>{message(labelKey('asset', kind))}</option>)}
          </Choice>
        )}
      </Field>
      <Field label={i18n.t('sources.fixedLanguage')} error={wrong ? i18n.t('sources.fixedLanguageWrong') : undefined}>
        {(ids) => <TextBox {...ids} value={language} onChange={(event) => { const typed = event.target.value.trim(); setLanguage(typed); onChange(languageForm.test(typed) ? { ...fixed, language: typed } : withoutLanguage) }} />}
      </Field>
      <Field label={i18n.t('sources.fixedTopics')} hint={i18n.t('sources.fixedTopicsHint')}>
        {(ids) => <TextBox {...ids} defaultValue={fixed.topics?.join(', ') ?? ''} onChange={(event) => { const topics = topicsOf(event.target.value); onChange(topics.length > 0 ? { ...fixed, topics } : withoutTopics) }} />}
      </Field>
    </fieldset>
  )
}
