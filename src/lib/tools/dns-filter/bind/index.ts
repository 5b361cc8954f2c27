/**
 * BIND (named) with a response policy zone, asking its resolver over TLS
 * (https://bind9.readthedocs.io/en/stable/reference.html). The zone itself is made by `tools/rpz`.
 */
export { toBindFiles } from './bind.ts'
