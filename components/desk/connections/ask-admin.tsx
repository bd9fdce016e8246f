import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { useDesk } from '../desk-context'

/** Copies a ready message to the person who can create the app key. */
export function AskAdmin({ redirectUrl }: { redirectUrl: string }) {
  const { door } = useDesk()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await door.copy(i18n.t('connect.adminMessage', [redirectUrl]))
    setCopied(true)
  }
  return <Button onClick={() => void copy()}>{copied ? i18n.t('connect.copied') : i18n.t('connect.askAdmin')}</Button>
}
