/** Description of tables: Data Package 2.0 (https://datapackage.org/). */
export { toDataPackage, type PackagedTable, type TableField } from './data-package.ts'
