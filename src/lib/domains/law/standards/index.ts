/** The law for machines: the words and versions of its open data, and links by which machines find it. Each standard has a door of its own. */
export { buildDataset, type LawDataset } from './dataset.ts'
export { findDiscoveryLinks, type DiscoveryLink } from './discovery.ts'
