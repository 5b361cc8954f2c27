/** Numbers for DHIS2: DXF2 in JSON (https://docs.dhis2.org/en/develop/using-the-api/dhis-core-version-master/data.html). Not proven against a server. */
export { dxf2Schema, toDxf2File, type Dxf2Value } from './dxf2.ts'
