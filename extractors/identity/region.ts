/**
 * The region a unit's name begins with: province, city, county, as far as stated ("某省某市某县教育局" → "某省某市某县").
 * "" for central bodies and names without one.
 */
const PARTY = /^(?:中国共产党|中共|共青团|中国共产主义青年团|民革|民盟|民建|民进|农工党|致公党|九三学社)/;
const PROVINCE = /^[\p{Script=Han}]{2,8}?(?:省|特别行政区|自治区)/u;
const CITY = /^[\p{Script=Han}]{2,10}?(?:自治州|地区|市|盟)(?!场|政[管公工建]|民[中服]|容)/u;
const COUNTY =
  /^[\p{Script=Han}]{1,10}?(?:自治县|自治旗|县|旗)|^[\p{Script=Han}]{2,8}?(?:(?<!社|校|园|景|林|矿|库|保护|开发|示范|新|高)区|(?<=新)区|市)(?!场|政[管公工建]|民[中服]|容|域)/u;

export function regionOf(name: string): string {
  let rest = name.replace(PARTY, '');
  let region = '';
  for (const pattern of [PROVINCE, CITY, COUNTY]) {
    const found = pattern.exec(rest)?.[0];
    if (found === undefined || /[局委院厅部办会校]/.test(found)) continue;
    region += found;
    rest = rest.slice(found.length);
  }
  return region;
}
