import type { AssetKind } from '@/lib/domain/asset'

/** What people call kinds of assets when they look for one, in English and German. */
export const kindNames: Readonly<Record<AssetKind, readonly string[]>> = {
  'brochure': ['brochure', 'flyer', 'leaflet', 'broschüre', 'prospekt'],
  'deck': ['deck', 'slides', 'slide deck', 'presentation', 'pitch', 'powerpoint', 'präsentation', 'folien'],
  'call-sheet': ['call sheet', 'call script', 'talk track', 'script', 'battle card', 'battlecard', 'gesprächsleitfaden'],
  'one-pager': ['one pager', 'onepager', 'one page summary', 'fact sheet', 'factsheet', 'summary'],
  'video': ['video', 'film', 'clip', 'recording', 'watch'],
  'case-study': ['case study', 'case studies', 'customer story', 'customer stories', 'success story', 'reference', 'customer reference', 'reference customer', 'testimonial', 'case', 'fallstudie', 'referenz', 'kundenreferenz', 'erfolgsgeschichte', 'anwenderbericht'],
  'webinar': ['webinar', 'web seminar', 'online seminar', 'recorded webinar', 'talk'],
  'blog-post': ['blog post', 'blog', 'article', 'post', 'artikel', 'blogbeitrag'],
  'ebook': ['ebook', 'e book', 'guide', 'handbook', 'leitfaden', 'handbuch'],
  'white-paper': ['white paper', 'whitepaper', 'paper'],
  'comparison': ['comparison', 'compare', 'versus', 'vs', 'alternative', 'compared with', 'vergleich'],
  'pricing': ['pricing', 'price', 'price list', 'prices', 'cost', 'plans', 'preis', 'preisliste', 'kosten'],
  'demo': ['demo', 'demonstration', 'trial', 'vorführung'],
  'calculator': ['calculator', 'roi calculator', 'tool', 'rechner'],
  'template': ['template', 'sample document', 'vorlage'],
  'checklist': ['checklist', 'check list', 'checkliste'],
  'datasheet': ['datasheet', 'data sheet', 'spec sheet', 'specification', 'datenblatt'],
  'report': ['report', 'survey', 'study', 'research', 'benchmark report', 'studie', 'bericht'],
  'event': ['event', 'meetup', 'conference', 'user day', 'veranstaltung'],
  'page': ['web page', 'landing page'],
  'other': [],
}
