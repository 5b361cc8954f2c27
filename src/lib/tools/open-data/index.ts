/** XML as this family writes it (https://www.w3.org/TR/xml/). */
export { element, toXmlFile, toXmlText } from './xml.ts'
