import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeReadable } from '../../../extractors/narrative/language/readable.ts';
import { scanQuantities } from '../../../extractors/narrative/quantities/scan.ts';

const scan = (printed: string) => {
  const { text } = makeReadable(printed);
  return scanQuantities(text).map(({ start, rawEnd, value, unit }) =>
    `${text.slice(start, rawEnd)} = ${value} ${unit}`.trim(),
  );
};

describe('quantities', () => {
  test.each([
    ['thousands, decimals', '合计3,417.06万元', ['3,417.06万元 = 3417.06 万元']],
    ['yuan', '共80,778.19元', ['80,778.19元 = 80778.19 元']],
    ['hundred millions', '债券1.26亿元', ['1.26亿元 = 1.26 亿元']],
    ['wan alone', '当年预算812.76万。', ['812.76万 = 812.76 万']],
    ['per cent, full-width', '占７．２０％', ['7.20% = 7.20 %']],
    ['points', '提高1.2个百分点', ['1.2个百分点 = 1.2 个百分点']],
    ['minus sign', '增长为-5.20%', ['-5.20% = -5.20 %']],
    ['accounting brackets', '本年结余(12.30)万元', ['（12.30）万元 = -12.30 万元']],
    ['more than', '办理公文310余万件', ['310余万件 = 310 万件']],
    ['units with brackets', '设备2台(套)', ['2台（套） = 2 台（套）']],
    ['square metres, bytes', '房屋0平方米，带宽1GB', ['0平方米 = 0 平方米', '1GB = 1 GB']],
    ['a range', '每日8-12件', ['8-12件 = 8 件', '12件 = 12 件']],
    ['a range of percentages', '增长5%-8%', ['5% = 5 %', '8% = 8 %']],
    [
      'a unit left to the last of a list',
      '各是412.49,414.91万元',
      ['412.49 = 412.49 万元', '414.91万元 = 414.91 万元'],
    ],
    ['the same after 分别为', '分别为3、12人', ['3 = 3 人', '12人 = 12 人']],
    ['a score without a unit', '自评得分：89.73', ['89.73 = 89.73']],
    ['Chinese numerals', '购置打印机两台，设十个机构', ['两台 = 2 台', '十个 = 10 个']],
    ['formal Chinese numerals', '合同价叁拾伍万元整', ['叁拾伍万元 = 35 万元']],
    ['a range in words', '每月3到5个', ['3到5个 = 3 个', '5个 = 5 个']],
    ['a plus sign', '变动+2.5%', ['2.5% = 2.5 %']],
    ['per cent in words', '增长百分之十二点五，下降百分之3', ['百分之十二点五 = 12.5 %', '百分之3 = 3 %']],
    ['tenths', '压减三成，两至三成用于成本', ['三成 = 30 %', '两至三成 = 20 %', '三成 = 30 %']],
    ['tenths and a half', '完成七成半。', ['七成半 = 75 %']],
    ['a half', '占总数的一半以上；一半是补助', ['一半 = 50 %']],
    ['doubling', '较上年翻一番，收入翻了两番', ['翻一番 = 100 %', '翻了两番 = 300 %']],
    ['zero in a word', '支出决算为零。', ['零 = 0']],
  ])('%s', (_name, printed, expected) => {
    expect(scan(printed)).toEqual(expected);
  });

  test.each([
    ['years and dates', '2019年3月5日至2023年12月31日，2021-2023年，9月15日'],
    ['document numbers', '财预〔2018〕66号、第59次会议3号、第2条'],
    ['ordinals of meetings', '经市政府59次常务会议审定'],
    ['codes of the classification', '教育支出（205）、（204类）（06款）（01项）'],
    ['clock times and ratios', '7×24小时服务，8:30开始，比例1:1'],
    ['clock times in words', '9时30分开会'],
    ['ranks', '排名前3名'],
    ['addresses', '办公地址：某市人民路18号科技大厦3栋12层1205室'],
    ['orders of magnitude', '近百人、上千万元、数十万元、每百户'],
    ['telephone numbers', '联系电话：0571-87654321'],
    ['models and names', '5G网络、12345热线、IPv6、A4纸'],
    ['list numbers', '1.主要职责；2、机构'],
    ['set phrases', '四个意识、两个维护、一个中心、三期工程'],
    ['bare numbers', '预算数为0，共12'],
    ['words that begin like a unit', '2023年度20个人先进、分别12分别'],
  ])('no quantity in %s', (_name, printed) => {
    expect(scan(printed)).toEqual([]);
  });

  test('any amount printed with its unit is found whole, wherever it stands', () => {
    const amount = fc.tuple(fc.nat(99_999_999), fc.stringMatching(/^\d{1,2}$/)).map(([a, b]) => `${a}.${b}`);
    fc.assert(
      fc.property(amount, fc.constantFrom('万元', '元', '亿元', '%'), (number, unit) => {
        expect(scan(`本年收入合计为${number}${unit}，比上年增加`)).toEqual([`${number}${unit} = ${number} ${unit}`]);
      }),
    );
  });
});
