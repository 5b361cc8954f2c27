/**
 * Evidence as other agencies read it: CASE 1.4.0 and UCO 1.4.0 in JSON-LD (https://caseontology.org). An investigation with its chain of
 * custody: who did what when, on which exhibit, with which digest. Data in, data out; the context stands inside, nothing is fetched.
 */
export type { Chain, CustodyAct, Exhibit } from './chain.ts'
export { toCaseGraph, type CaseGraph } from './graph.ts'
