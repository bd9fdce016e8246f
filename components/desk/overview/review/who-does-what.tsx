import { useState } from 'react'
import { Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { TextBox } from '../../shell/field'
import { Card } from '../../shell/page'

const columns = ['who', 'what', 'byWhen'] as const
type Line = Record<(typeof columns)[number], string>
const empty: Line = { who: '', what: '', byWhen: '' }

/** What both teams agree on: written here before printing, or by hand on the paper. It is not kept. */
export function WhoDoesWhat() {
  const [lines, setLines] = useState<readonly Line[]>([empty, empty, empty])
  const change = (at: number, patch: Partial<Line>) => setLines(lines.map((line, index) => (index === at ? { ...line, ...patch } : line)))
  return (
    <Card title={i18n.t('overview.agreed')} aside={<Button look="quiet" className="-mx-2.5 print:hidden" onClick={() => setLines([...lines, empty])}><Plus aria-hidden size={15} />{i18n.t('overview.addLine')}</Button>}>
      <table className="-mx-1 w-[calc(100%+0.5rem)] table-fixed text-left">
        <caption className="sr-only">{i18n.t('overview.agreed')}</caption>
        <thead><tr className="text-small text-soft">{columns.map((column) => <th key={column} scope="col" className={column === 'what' ? 'px-1 pb-1 font-medium' : 'w-1/4 px-1 pb-1 font-medium'}>{i18n.t(`overview.${column}`)}</th>)}</tr></thead>
        <tbody>{lines.map((line, index) => (
          <tr key={index}>{columns.map((column) => (
            <td key={column} className="p-1 print:py-0">
              <TextBox aria-label={i18n.t('overview.lineOf', [i18n.t(`overview.${column}`), String(index + 1)])} className="print:min-h-7 print:rounded-none print:border-0 print:border-b print:py-0" value={line[column]} onChange={(event) => change(index, { [column]: event.target.value })} />
            </td>
          ))}</tr>
        ))}</tbody>
      </table>
    </Card>
  )
}
