using Optimizer.Functions.Tables;

namespace Optimizer.Functions.Tests.Tables;

public class RowKeysTests
{
    private static readonly string[] Texts =
        ["", "a", "!", "!-", "a!-b", "a-b", "/", "\\", "#", "?", "%", "'", "!002f", "\0", "\u007f", "é", "😀", "\ud800", "A", new string('a', 201), new string('a', 202), new string('a', 201) + "!"];

    [Fact]
    public void Of_DifferentTexts_AreDifferentKeysThatATableTakes()
    {
        var keys = Texts.Select(RowKeys.Of).ToList();

        Assert.Equal(Texts.Length, keys.Distinct().Count());
        Assert.All(keys, key => Assert.DoesNotContain(key, each => "/\\#?%'".Contains(each) || char.IsControl(each) || char.IsSurrogate(each)));
        Assert.All(keys, key => Assert.InRange(key.Length, 0, 200));
    }

    [Fact]
    public void Join_DifferentParts_AreDifferentKeys()
    {
        var joined = from one in Texts from other in Texts select RowKeys.Join(RowKeys.Of(one), RowKeys.Of(other));

        Assert.Equal(Texts.Length * Texts.Length, joined.Distinct().Count());
    }

    [Fact]
    public void Under_KeysOfOtherParts_AreOutside()
    {
        var (from, until) = (RowKeys.Under("play", "a"), RowKeys.After(RowKeys.Under("play", "a")));

        Assert.True(IsInside(RowKeys.Join("play", "a", RowKeys.Of(long.MaxValue))));
        Assert.DoesNotContain(Texts.Where(text => text != "a").Select(text => RowKeys.Join("play", RowKeys.Of(text), RowKeys.Of(0))), IsInside);

        bool IsInside(string key) => string.CompareOrdinal(key, from) >= 0 && string.CompareOrdinal(key, until) < 0;
    }

    [Theory]
    [InlineData(0, "0000000000000000000")]
    [InlineData(long.MaxValue, "9223372036854775807")]
    public void Of_Number_SortsAsItDoes(long number, string key) => Assert.Equal(key, RowKeys.Of(number));

    [Fact]
    public void Hash_TextsDividedOtherwise_IsAnother() =>
        Assert.Equal(4, new[] { RowKeys.Hash("ab", "c"), RowKeys.Hash("a", "bc"), RowKeys.Hash("abc"), RowKeys.Hash("abc", "") }.Distinct().Count());
}
