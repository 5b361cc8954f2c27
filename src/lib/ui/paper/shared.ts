/** Typst texts that every template may import. */
import paper from './paper.typ?raw'
import report from './report.typ?raw'

export const shared = { 'paper.typ': paper, 'report.typ': report } as const
