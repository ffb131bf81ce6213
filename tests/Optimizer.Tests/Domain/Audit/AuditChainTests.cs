using System.Security.Cryptography;
using System.Text;
using Optimizer.Domain.Audit;

namespace Optimizer.Tests.Domain.Audit;

[Trait("Req", "S0-067")]
public class AuditChainTests
{
    [Fact]
    public void HashOf_Record_IsWhatItsDocumentationSays()
    {
        var text = "7\n" + AuditChain.NoHash + "\n4\nkü!\n2\n{}";

        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), AuditChain.HashOf(7, "kü!", AuditChain.NoHash, "{}"));
    }

    [Fact]
    public void HashOf_TextMovedIntoTheKey_IsAnother() => Assert.NotEqual(
        AuditChain.HashOf(1, "a", AuditChain.NoHash, "b\n1\nc"), AuditChain.HashOf(1, "a\n1\nb", AuditChain.NoHash, "c"));

    [Fact]
    public void HashOf_LongText_IsTakenWhole() => Assert.NotEqual(
        AuditChain.HashOf(1, "k", AuditChain.NoHash, new string('x', 100_000) + "a"), AuditChain.HashOf(1, "k", AuditChain.NoHash, new string('x', 100_000) + "b"));

    [Fact]
    public void Verify_UntouchedTrail_HasNoFault()
    {
        Assert.Empty(Faults(trail => trail));
        Assert.Empty(AuditChain.Verify([], TrailHead.Empty));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("key")]
    [InlineData("sequence")]
    [InlineData("previous")]
    [InlineData("hash")]
    public void Verify_ChangedField_IsFoundAtItsRecord(string field)
    {
        var faults = Faults(trail => [.. trail.Select(link => link.Sequence != 3 ? link : field switch
        {
            "text" => link with { Text = link.Text + " " },
            "key" => link with { Key = link.Key + "x" },
            "sequence" => link with { Sequence = 4 },
            "previous" => link with { PreviousHash = link.PreviousHash.ToUpperInvariant() },
            _ => link with { Hash = new string('a', 64) },
        })]);

        Assert.Contains(faults, fault => fault.Sequence == (field == "sequence" ? 4 : 3));
    }

    [Fact]
    public void Verify_ChangedAndHashedAnew_BreaksTheNext() => Assert.Contains(
        Faults(trail => [.. trail.Select(link => link.Sequence != 3
            ? link
            : link with { Text = "{}", Hash = AuditChain.HashOf(3, link.Key, link.PreviousHash, "{}") })]),
        fault => fault.Sequence == 4 && fault.Problem.Contains("does not follow", StringComparison.Ordinal));

    [Fact]
    public void Verify_LastChangedAndHashedAnew_BreaksTheHead() => Assert.Contains(
        Faults(trail => [.. trail.SkipLast(1), AuditChain.Next(new(4, trail[3].Hash), "key", "{}")]),
        fault => fault.Problem.Contains("head names", StringComparison.Ordinal));

    [Theory]
    [InlineData(0, "record 1 before it is missing")]
    [InlineData(2, "record 3 before it is missing")]
    [InlineData(4, "the end was cut off")]
    public void Verify_RecordTakenOut_IsMissed(int place, string said) => Assert.Contains(
        Faults(trail => [.. trail.Take(place), .. trail.Skip(place + 1)]), fault => fault.Problem.Contains(said, StringComparison.Ordinal));

    [Fact]
    public void Verify_RecordDoubled_IsNamed() => Assert.Contains(
        Faults(trail => [.. trail.Take(3), .. trail.Skip(2)]), fault => fault.Problem.Contains("doubled", StringComparison.Ordinal));

    [Fact]
    public void Verify_TwoRecordsExchanged_AreNamed() => Assert.NotEmpty(
        Faults(trail => [trail[0], trail[2], trail[1], trail[3], trail[4]]));

    [Fact]
    public void Verify_RecordPutIn_IsNamed() => Assert.NotEmpty(
        Faults(trail => [.. trail.Take(2), AuditChain.Next(new(2, trail[1].Hash), "forged", "{}"), .. trail.Skip(2)]));

    [Fact]
    public void Verify_AddedAtTheEndWithARightHash_IsFoundByTheHead() => Assert.NotEmpty(
        Faults(trail => [.. trail, AuditChain.Next(new(5, trail[4].Hash), "forged", "{}")]));

    [Fact]
    public void Verify_HeadCutOff_IsFoundWithoutAHeadToo() => Assert.NotEmpty(AuditChain.Verify(Trail().Skip(1), head: null));

    [Fact]
    public void Verify_KeyTwice_IsNamed()
    {
        var one = AuditChain.Next(TrailHead.Empty, "same", "{}");
        var two = AuditChain.Next(new(1, one.Hash), "same", "{}");

        Assert.Contains("has a key", Assert.Single(AuditChain.Verify([one, two], new(2, two.Hash))).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void VerifyPart_Gaps_AreNoFaultsButChangesAre()
    {
        var part = Trail().Where(link => link.Sequence != 3).ToList();

        Assert.Empty(AuditChain.VerifyPart(part));
        Assert.NotEmpty(AuditChain.VerifyPart([.. part.SkipLast(1), part[^1] with { Text = "{ }" }]));
        Assert.NotEmpty(AuditChain.VerifyPart([.. Enumerable.Reverse(part)]));
    }

    private static List<ChainFault> Faults(Func<IReadOnlyList<ChainLink>, IReadOnlyList<ChainLink>> change)
    {
        var trail = Trail();
        return [.. AuditChain.Verify(change(trail), new(trail.Count, trail[^1].Hash))];
    }

    private static List<ChainLink> Trail()
    {
        var (head, trail) = (TrailHead.Empty, new List<ChainLink>());
        for (var number = 1; number <= 5; number++)
        {
            trail.Add(AuditChain.Next(head, $"key-{number}", $$"""{"number":{{number}}}"""));
            head = new(number, trail[^1].Hash);
        }

        return trail;
    }
}
