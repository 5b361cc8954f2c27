/** Knot Resolver 5: rules in its own Lua, asking its resolver over TLS (https://www.knot-resolver.cz/documentation/v5.7.5/). */
export { toKnotResolverFiles } from './knot-resolver.ts'
