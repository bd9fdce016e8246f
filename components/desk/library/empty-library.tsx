import { Library } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'

export function EmptyLibrary({ onImport, onAdd }: { onImport: () => void; onAdd: () => void }) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-lg border border-dashed border-edge p-10 text-center">
      <Library aria-hidden size={28} className="text-faint" />
      <p className="text-large font-semibold">{i18n.t('library.emptyTitle')}</p>
      <p className="max-w-md text-soft">{i18n.t('library.empty')}</p>
      <div className="flex gap-2"><Button look="primary" onClick={onImport}>{i18n.t('library.import')}</Button><Button onClick={onAdd}>{i18n.t('library.add')}</Button></div>
    </div>
  )
}
