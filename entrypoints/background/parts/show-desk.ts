import { showOwnPage } from '@/lib/platform/tabs'

export function showDesk(page: string): Promise<void> {
  return showOwnPage(`/options.html#/${page}`)
}
