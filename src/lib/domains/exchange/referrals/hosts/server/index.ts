/** Hosts of what is referred: asked of public registries, once the operator has allowed it and somebody presses for it. */
export { createHostLookup } from './host-lookup.ts'
export { noteLookup } from './note-lookup.ts'
