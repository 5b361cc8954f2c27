/** Clusters: cases that are alike, joined and parted; tokens of the index. */
export { askMerge, findAlike, leaveCluster, mergeCases } from './cluster-store.ts'
export { findEarlier, setTokens } from './token-store.ts'
