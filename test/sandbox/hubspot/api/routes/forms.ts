import { Hono } from 'hono'
import { HubspotError } from '../../errors.ts'
import { stamp } from '../../format.ts'
import type { FormDefinition } from '../../model/marketing.ts'
import { demandScopes, type ApiEnv } from '../context.ts'
import { listParam, numberParam } from '../input.ts'
import { page } from '../paging.ts'

/** `/marketing/forms`. */
export const formRoutes = new Hono<ApiEnv>()
  .get('/', (c) => {
    demandScopes(c, 'forms')
    const kinds = listParam(c, 'formTypes')
    const forms = kinds.length === 0 || kinds.includes('hubspot') ? c.env.portal.marketing.forms : []
    const { slice, paging } = page(forms, numberParam(c, 'limit', 20, 100), c.req.query('after'), c.env.url)
    return c.json({ results: slice.map(present), ...paging })
  })
  .get('/:id', (c) => {
    demandScopes(c, 'forms')
    const form = c.env.portal.marketing.forms.find(({ id }) => id === c.req.param('id'))
    if (form === undefined) throw noForm(c.req.param('id'))
    return c.json(present(form))
  })

/** `/form-integrations/submissions/forms/{guid}`. */
export const submissionRoutes = new Hono<ApiEnv>().get('/submissions/forms/:id', (c) => {
  demandScopes(c, 'forms')
  const { forms, submissions } = c.env.portal.marketing
  if (!forms.some(({ id }) => id === c.req.param('id'))) throw noForm(c.req.param('id'))
  const all = submissions.filter(({ formId }) => formId === c.req.param('id')).sort((one, other) => other.at - one.at)
  const { slice, paging } = page(all, numberParam(c, 'limit', 20, 50), c.req.query('after'), c.env.url)
  return c.json({
    results: slice.map(({ conversionId, at, values, pageUrl }) => ({
      conversionId,
      submittedAt: at,
      values: values.map((value) => ({ ...value, objectTypeId: '0-1' })),
      pageUrl,
    })),
    ...paging,
  })
})

const noForm = (id: string): HubspotError => new HubspotError(404, { message: `No form found with guid ${id}`, category: 'OBJECT_NOT_FOUND' })

function present({ id, name, createdAt, updatedAt, fields }: FormDefinition): Record<string, unknown> {
  return {
    id,
    name,
    createdAt: stamp(createdAt),
    updatedAt: stamp(updatedAt),
    archived: false,
    fieldGroups: fields.map((field) => ({
      groupType: 'default_group',
      richTextType: 'text',
      fields: [
        {
          objectTypeId: '0-1',
          name: field,
          label: field,
          required: field === 'email',
          hidden: false,
          fieldType: field === 'email' ? 'email' : 'single_line_text',
        },
      ],
    })),
    configuration: {
      language: 'en',
      cloneable: true,
      postSubmitAction: { type: 'thank_you', value: '' },
      editable: true,
      archivable: true,
      lifecycleStages: [],
    },
    displayOptions: { renderRawHtml: false, theme: 'default_style', submitButtonText: 'Submit', cssClass: null },
    legalConsentOptions: { type: 'none' },
    formType: 'hubspot',
  }
}
