import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'

/** What leads to the rest of a list; paper says that there is more. */
export function ShowMore({ count, onShow }: { count: number; onShow: () => void }) {
  return <>
    <Button look="quiet" className="mt-1 -ml-2.5 print:hidden" onClick={onShow}>{i18n.t('today.more', [String(count)])}</Button>
    <p className="hidden pt-1 text-small text-soft print:block">{i18n.t('playbook.more', [String(count)])}</p>
  </>
}
