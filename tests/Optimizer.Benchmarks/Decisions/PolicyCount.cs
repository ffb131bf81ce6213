using Optimizer.Domain.Decisions;

namespace Optimizer.Benchmarks.Decisions;

/// <summary>What one policy did over the runs of a cell.</summary>
internal sealed class PolicyCount : ICount<PolicyCount>
{
    public long Runs { get; private set; }

    public long Reverted { get; private set; }

    public long Halted { get; private set; }

    /// <summary>Decisions other than a halt before both groups had 100 units.</summary>
    public long Early { get; private set; }

    /// <summary>Days until the decision; those without one count to the end.</summary>
    public Average Days { get; private set; }

    /// <summary>Days until the harm was found, of those in which it was.</summary>
    public Average DaysToRevert { get; private set; }

    public Adoptions Proven { get; } = new();

    public Adoptions Provisional { get; } = new();

    public Adoptions Adopted
    {
        get
        {
            var both = new Adoptions();
            both.Add(Proven);
            both.Add(Provisional);
            return both;
        }
    }

    public Share Reverts => Share.Of(Reverted, Runs);

    public Share Adopts => Share.Of(Adopted.Count, Runs);

    public void Note(DecisionKind kind, Look look, double truth)
    {
        Runs++;
        Days = Days.With(look.Day);
        switch (kind)
        {
            case DecisionKind.Halt:
                Halted++;
                return;
            case DecisionKind.Revert:
                Reverted++;
                DaysToRevert = DaysToRevert.With(look.Day);
                break;
            case DecisionKind.AdoptProven:
                Proven.Note(look, truth);
                break;
            case DecisionKind.AdoptProvisional:
                Provisional.Note(look, truth);
                break;
            case DecisionKind.Iterate or DecisionKind.Extend:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind of decision");
        }

        Early += kind != DecisionKind.Extend && look.FewestUnits < Policies.MinimumUnits ? 1 : 0;
    }

    public void Add(PolicyCount other)
    {
        Runs += other.Runs;
        Reverted += other.Reverted;
        Halted += other.Halted;
        Early += other.Early;
        Days += other.Days;
        DaysToRevert += other.DaysToRevert;
        Proven.Add(other.Proven);
        Provisional.Add(other.Provisional);
    }
}
