import {
  BadgeDollarSign, BookOpen, Calculator, CalendarDays, CirclePlay, ClipboardCheck, File, FileChartColumn, FileText, GitCompareArrows,
  Globe, LayoutTemplate, Newspaper, NotebookText, PhoneCall, Presentation, Quote, ScrollText, Video, type LucideIcon,
} from 'lucide-react'
import type { AssetKind } from '@/lib/domain/asset'

const icons: Record<AssetKind, LucideIcon> = {
  brochure: BookOpen, deck: Presentation, 'call-sheet': PhoneCall, 'one-pager': FileText, video: CirclePlay, 'case-study': Quote, webinar: Video,
  'blog-post': Newspaper, ebook: NotebookText, 'white-paper': ScrollText, comparison: GitCompareArrows, pricing: BadgeDollarSign,
  demo: Presentation, calculator: Calculator, template: LayoutTemplate, checklist: ClipboardCheck, datasheet: FileText,
  report: FileChartColumn, event: CalendarDays, page: Globe, other: File,
}

export function AssetIcon({ kind, size = 15 }: { kind: AssetKind; size?: number }) {
  const Icon = icons[kind]
  return <Icon aria-hidden size={size} className="shrink-0 text-accent" />
}
