import type { Persona } from './playbook'

/** Roles a B2B lead has, by phrases of English and German job titles. The longest phrase found decides. */
export const defaultPersonas: Persona[] = [
  { id: 'executive', patterns: ['ceo', 'chief executive', 'chief executive officer', 'founder', 'co founder', 'owner', 'president', 'managing director', 'general manager', 'managing partner', 'board member', 'geschäftsführer', 'geschäftsführerin', 'inhaber', 'vorstand'] },
  { id: 'finance', patterns: ['cfo', 'chief financial officer', 'finance', 'financial', 'controller', 'controlling', 'treasurer', 'accounting', 'accountant', 'buchhaltung'] },
  { id: 'it', patterns: ['cio', 'cto', 'ciso', 'it', 'chief information officer', 'chief technology officer', 'information technology', 'it manager', 'systems administrator', 'system administrator', 'infrastructure', 'enterprise architect', 'solution architect', 'security', 'erp', 'applications manager', 'edv'] },
  { id: 'marketing', patterns: ['cmo', 'chief marketing officer', 'marketing', 'demand generation', 'brand', 'communications', 'content manager', 'growth'] },
  { id: 'sales', patterns: ['cro', 'chief revenue officer', 'sales', 'revenue', 'account executive', 'account manager', 'business development', 'key account', 'sales engineer', 'vertrieb'] },
  { id: 'operations', patterns: ['coo', 'chief operating officer', 'operations', 'plant manager', 'production', 'production manager', 'manufacturing', 'betriebsleiter', 'produktion'] },
  { id: 'supply-chain', patterns: ['supply chain', 'demand planner', 'demand planning', 'supply planner', 'supply planning', 'planner', 'planning', 'scheduler', 'replenishment', 's op', 'inventory', 'inventory manager', 'materials manager', 'disponent'] },
  { id: 'logistics', patterns: ['logistics', 'warehouse', 'transport', 'transportation', 'fleet', 'shipping', 'distribution', 'logistik', 'logistica', 'lager'] },
  { id: 'purchasing', patterns: ['procurement', 'purchasing', 'buyer', 'sourcing', 'category manager', 'chief procurement officer', 'einkauf', 'einkäufer', 'einkäuferin'] },
  { id: 'quality', patterns: ['quality', 'quality manager', 'regulatory', 'regulatory affairs', 'compliance', 'qualität', 'qualitätsmanagement'] },
  { id: 'engineering', patterns: ['engineer', 'engineering', 'developer', 'software', 'software engineer', 'r d', 'research', 'product manager', 'product owner', 'product management', 'entwickler', 'entwicklung'] },
  { id: 'hr', patterns: ['hr', 'human resources', 'people', 'people operations', 'talent', 'recruiter', 'recruiting', 'personal', 'personalleiter'] },
  { id: 'legal', patterns: ['legal', 'counsel', 'general counsel', 'lawyer', 'attorney', 'data protection officer', 'privacy', 'jurist', 'rechtsabteilung'] },
  { id: 'consultant', patterns: ['consultant', 'consulting', 'advisor', 'freelance', 'freelancer', 'berater', 'beraterin'] },
  { id: 'student', patterns: ['student', 'phd student', 'intern', 'trainee', 'professor', 'lecturer', 'job seeker', 'werkstudent', 'praktikant', 'praktikantin'] },
]
