using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Optimizer.Connectors.Files;
using Optimizer.Testing;

namespace Optimizer.Tests.Connectors.Files;

public class FieldTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("33.73", 33.73)]
    [InlineData(" \t-1.5 ", -1.5)]
    [InlineData("+2", 2)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5)]
    [InlineData("1e3", 1000)]
    [InlineData("1.5E-7", 1.5e-7)]
    [InlineData("0.1078084704756334", 0.1078084704756334)]
    [InlineData("123456789012345678901234567890", 123456789012345678901234567890.0)]
    public void TryNumber_Number_IsRead(string text, double expected)
    {
        Assert.True(Field.TryNumber(Encoding.UTF8.GetBytes(text), out var value, out var problem));
        Assert.Equal(expected, value);
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("NaN", "'NaN' is not a finite number; leave the field empty when the value is missing")]
    [InlineData("Infinity", "'Infinity' is not a finite number; leave the field empty when the value is missing")]
    [InlineData("-inf", "'-inf' is not a finite number; leave the field empty when the value is missing")]
    [InlineData("1e400", "'1e400' is too large for a number")]
    [InlineData("1,5", "'1,5' has a comma; use a point for decimals and nothing between thousands")]
    [InlineData("1,234.5", "'1,234.5' has a comma; use a point for decimals and nothing between thousands")]
    [InlineData("80.00%", "'80.00%' is a percentage; write the share as a number (0.8)")]
    [InlineData("1e300%", "'1e300%' is a percentage; write the share as a number")]
    [InlineData("?%", "'?%' is a percentage; write the share as a number")]
    [InlineData("0:01:46", "'0:01:46' is a duration; write it in seconds (106)")]
    [InlineData("1:99:99", "'1:99:99' is a time or a duration; write a duration in seconds")]
    [InlineData("€5", "'€5' has a currency sign; write only the number")]
    [InlineData("-", "'-' is not a number; write digits, with a point for decimals")]
    [InlineData(".", "'.' is not a number; write digits, with a point for decimals")]
    [InlineData("1.2.3", "'1.2.3' is not a number; write digits, with a point for decimals")]
    [InlineData("N/A", "'N/A' is not a number; write digits, with a point for decimals")]
    [InlineData("info", "'info' is not a number; write digits, with a point for decimals")]
    [InlineData("1 000", "'1 000' is not a number; write digits, with a point for decimals")]
    [InlineData("0x10", "'0x10' is not a number; write digits, with a point for decimals")]
    public void TryNumber_AnythingElse_IsRefusedWithAdvice(string text, string message)
    {
        Assert.False(Field.TryNumber(Encoding.UTF8.GetBytes(text), out _, out var problem));
        Assert.Equal(new FieldProblem(FieldProblemKind.Malformed, message), problem);
    }

    [Fact]
    public void TryAny_Spaces_AreEmpty()
    {
        Assert.False(Field.TryNumber(" "u8, out _, out var number));
        Assert.False(Field.TryWhole(""u8, out _, out var whole));
        Assert.False(Field.TryBoolean("\t"u8, out _, out var boolean));
        Assert.False(Field.TryDate(""u8, DateOrder.Undecided, out _, out var date));

        Assert.Equal(new FieldProblem(FieldProblemKind.Empty, "the field is empty; a number is needed"), number);
        Assert.All([number, whole, boolean, date], problem => Assert.Equal(FieldProblemKind.Empty, problem.Kind));
    }

    [Fact]
    public void TryNumber_AnyWrittenNumber_EqualsThePlatformsParse() =>
        Prop.ForAll<long, byte, double>((mantissa, places, other) =>
        {
            var digits = (mantissa / (1L << (places % 60))).ToString(CultureInfo.InvariantCulture);
            var plain = digits.Insert(Math.Max(digits.Length - (places % 17), digits[0] == '-' ? 1 : 0), ".");
            return Same(plain) && (!double.IsFinite(other) || Same(other.ToString("R", CultureInfo.InvariantCulture)));
        }).Check(Laws.Of(2000));

    [Theory]
    [InlineData("39550", 39550)]
    [InlineData(" -7 ", -7)]
    [InlineData("+7", 7)]
    [InlineData("007", 7)]
    [InlineData("134.0", 134)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void TryWhole_WholeNumber_IsRead(string text, long expected)
    {
        Assert.True(Field.TryWhole(Encoding.UTF8.GetBytes(text), out var value, out _));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("134.5", "'134.5' is not a whole number; write digits only")]
    [InlineData("1e3", "'1e3' is not a whole number; write digits only")]
    [InlineData("9223372036854775808", "'9223372036854775808' is too large; whole numbers reach 9223372036854775807")]
    [InlineData("12abc", "'12abc' is not a whole number; write digits, with a point for decimals")]
    [InlineData(".0", "'.0' is not a whole number; write digits only")]
    [InlineData("1,000", "'1,000' has a comma; use a point for decimals and nothing between thousands")]
    public void TryWhole_AnythingElse_IsRefusedWithAdvice(string text, string message)
    {
        Assert.False(Field.TryWhole(Encoding.UTF8.GetBytes(text), out var value, out var problem));
        Assert.Equal(message, problem.Message);
        Assert.Equal(0, value);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("TRUE", true)]
    [InlineData("False", false)]
    [InlineData("yes", true)]
    [InlineData("No", false)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("1.0", true)]
    [InlineData(" 0.0 ", false)]
    public void TryBoolean_TruthValue_IsRead(string text, bool expected)
    {
        Assert.True(Field.TryBoolean(Encoding.UTF8.GetBytes(text), out var value, out _));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("maybe")]
    [InlineData("-1")]
    public void TryBoolean_AnythingElse_IsRefusedWithAdvice(string text)
    {
        Assert.False(Field.TryBoolean(Encoding.UTF8.GetBytes(text), out _, out var problem));
        Assert.Equal($"'{text}' is neither true nor false; write true or false, yes or no, 1 or 0", problem.Message);
    }

    [Fact]
    public void TryNumber_VeryLongText_IsShownShort()
    {
        Assert.False(Field.TryNumber(Encoding.UTF8.GetBytes(new string('é', 1000)), out _, out var problem));
        Assert.Equal($"'{new string('é', 40)}…' is not a number; write digits, with a point for decimals", problem.Message);
    }

    [Fact]
    public void TryNumber_LongTextOfPairs_IsNotCutInsideOne()
    {
        Assert.False(Field.TryNumber(Encoding.UTF8.GetBytes("x" + string.Concat(Enumerable.Repeat("𝄞", 1000))), out _, out var problem));
        Assert.StartsWith("'x" + string.Concat(Enumerable.Repeat("𝄞", 19)) + "…'", problem.Message, StringComparison.Ordinal);
    }

    private static bool Same(string text) =>
        Field.TryNumber(Encoding.UTF8.GetBytes(text), out var value, out _)
        && BitConverter.DoubleToInt64Bits(value) == BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture));
}
