export { parseTolerant, type Tolerant } from '@/lib/domain/parse-tolerant'
