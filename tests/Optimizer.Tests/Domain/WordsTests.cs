using System.Globalization;
using Optimizer.Domain;

namespace Optimizer.Tests.Domain;

public class WordsTests
{
    [Theory]
    [InlineData(0, "0.0 %")]
    [InlineData(0.2, "20.0 %")]
    [InlineData(0.1234, "12.34 %")]
    [InlineData(0.8999, "89.99 %")]
    [InlineData(-0.3001, "-30.01 %")]
    [InlineData(0.00123, "0.12 %")]
    [InlineData(0.0000123, "1.2e-3 %")]
    [InlineData(12.5, "1,250.0 %")]
    public void Percent_Share_HasTwoDecimalsAtMost(double share, string words) => Assert.Equal(words, Words.Percent(share));

    [Theory]
    [InlineData(0.2, "20 %")]
    [InlineData(0.025, "2.5 %")]
    public void Limit_Share_ReadsAsItWasSet(double share, string words) => Assert.Equal(words, Words.Limit(share));

    [Theory]
    [InlineData(null, "not defined")]
    [InlineData(double.PositiveInfinity, "without limit")]
    [InlineData(0.1, "+10.0 %")]
    [InlineData(-0.3001, "-30.01 %")]
    [InlineData(0.0, "0.0 %")]
    [InlineData(-0.00001, "0.0 %")]
    [InlineData(25.0, "+2,500.0 %")]
    public void Change_Share_CarriesItsSign(double? change, string words) => Assert.Equal(words, Words.Change(change));

    [Theory]
    [InlineData(0, "under 0.01 %")]
    [InlineData(0.0004, "0.04 %")]
    [InlineData(0.9, "90.0 %")]
    [InlineData(0.8999, "89.99 %")]
    [InlineData(0.9996, "99.96 %")]
    [InlineData(1, "over 99.99 %")]
    public void Chance_Share_IsNeverCertain(double chance, string words) => Assert.Equal(words, Words.Chance(chance));

    [Theory]
    [InlineData(double.NegativeInfinity, "none")]
    [InlineData(0, "none")]
    [InlineData(0.5, "1 in 1.6")]
    [InlineData(2.302585092994046, "1 in 10")]
    [InlineData(6.907755278982137, "1 in 1,000")]
    [InlineData(13.81, "1 in 994,505")]
    [InlineData(13.815510557964274, "1 in 10^6")]
    [InlineData(18.420680743952367, "1 in 10^8")]
    [InlineData(5000, "1 in 10^2171")]
    [InlineData(double.PositiveInfinity, "beyond all odds")]
    public void Odds_LogEvidence_ReadAsOneInSoMany(double logEvidence, string words) => Assert.Equal(words, Words.Odds(logEvidence));

    [Theory]
    [InlineData(4346.4, "4,346")]
    [InlineData(12.54, "12.5")]
    [InlineData(1.256, "1.26")]
    [InlineData(0.03125, "0.0313")]
    public void Amount_Value_KeepsTheTellingDigits(double value, string words) => Assert.Equal(words, Words.Amount(value));

    [Theory]
    [InlineData(1, "1 day")]
    [InlineData(0, "0 days")]
    [InlineData(1234, "1,234 days")]
    public void Days_Count_IsSingularForOne(int count, string words) => Assert.Equal(words, Words.Days(count));

    [Fact]
    public void Words_OtherCulture_StayTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NumberGroupSeparator, other.NumberFormat.NegativeSign) = (",", ".", "~");
        try
        {
            CultureInfo.CurrentCulture = other;

            Assert.Equal(
                ["-1,234.5 %", "-12.5 %", "12.5 %", "1,234", "-0.5", "1 in 20"],
                [Words.Percent(-12.345), Words.Change(-0.125), Words.Limit(0.125), Words.Count(1234), Words.Amount(-0.5), Words.Odds(Math.Log(20))]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
