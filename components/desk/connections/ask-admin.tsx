import { BookOpen } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { useDoAloud } from '../data/ask'
import { useDesk } from '../desk-context'

/** Copies a ready message to the person who can create the app key, and shows the page it speaks of. */
export function AskAdmin({ redirectUrl, adminPage }: { redirectUrl: string; adminPage: string }) {
  const { door } = useDesk()
  const copy = useDoAloud(() => door.copy(i18n.t('connect.adminMessage', [redirectUrl, adminPage])))
  return (
    <>
      <Button onClick={() => copy.mutate()}>{copy.isSuccess ? i18n.t('connect.copied') : i18n.t('connect.askAdmin')}</Button>
      <a href={adminPage} target="_blank" rel="noreferrer" className="inline-flex min-h-8 items-center gap-1.5 px-1 text-accent underline"><BookOpen aria-hidden size={15} />{i18n.t('connect.adminPage')}</a>
    </>
  )
}
