import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { Choice } from '../../shell/field'
import { assetFields } from '@/lib/domain/asset-columns'

interface MappingTableProps { columns: readonly string[]; mapping: Record<string, string>; onChange: (mapping: Record<string, string>) => void }

/** Which column fills which field. */
export function MappingTable({ columns, mapping, onChange }: MappingTableProps) {
  return (
    <fieldset className="grid w-full gap-x-8 gap-y-2 sm:grid-cols-2">
      <legend className="pb-2 text-soft">{i18n.t('import.mapping')}</legend>
      {columns.map((column) => (
        <label key={column} className="grid grid-cols-2 items-center gap-2">
          <bdi className="truncate font-medium" title={column}>{column}</bdi>
          <Choice value={mapping[column] ?? ''} onChange={(event) => onChange({ ...mapping, [column]: event.target.value })}>
            <option value="">{i18n.t('import.ignore')}</option>
            {assetFields.map((field) => <option key={field} value={field}>{message(`import.field_${field}`)}</option>)}
          </Choice>
        </label>
      ))}
    </fieldset>
  )
}
