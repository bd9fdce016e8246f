import {
  BadgeDollarSign, BookOpen, CalendarDays, CirclePlay, Download, Eye, FileText, GitCompareArrows, Hash, Link2, Mail, MailOpen, Megaphone,
  MousePointerClick, Phone, Presentation, Reply, SquarePen, UserCheck, Users, Video, type LucideIcon,
} from 'lucide-react'
import type { TouchKind } from '@/lib/domain/touch'

const icons: Record<TouchKind, LucideIcon> = {
  'page-view': Eye, pricing: BadgeDollarSign, demo: Presentation, comparison: GitCompareArrows, form: SquarePen, download: Download,
  document: FileText, video: CirclePlay, 'webinar-registered': Video, 'webinar-attended': UserCheck, event: CalendarDays, 'email-sent': Mail,
  'email-open': MailOpen, 'email-click': MousePointerClick, 'email-reply': Reply, 'campaign-response': Megaphone, 'link-view': Link2,
  ad: Hash, call: Phone, meeting: Users, other: BookOpen,
}

/** The picture of what somebody did; its name always stands beside it or in the tooltip. */
export function TouchIcon({ kind, size = 15 }: { kind: TouchKind; size?: number }) {
  const Icon = icons[kind]
  return <Icon aria-hidden size={size} className="shrink-0 text-faint" />
}
