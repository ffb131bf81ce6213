using Optimizer.Testing;

namespace Optimizer.Crash.Tests.Scripts;

/// <summary>What a scripted workflow does, in order; drawn by chance from a seed, and small enough to read when a seed fails.</summary>
internal sealed record Script(IReadOnlyList<Op> Ops)
{
    private const int MostDepth = 3;

    /// <summary>The script of a seed.</summary>
    public static Script Of(ulong seed)
    {
        var chance = new SplitMix(seed);
        var id = 0;
        return Draw(chance, ref id, depth: 0);
    }

    private static Script Draw(SplitMix chance, ref int id, int depth)
    {
        var ops = new List<Op>();
        for (var count = 1 + (int)(chance.Next() % 6); count > 0; count--)
        {
            // Only the whole script continues as new, not one of several branches.
            ops.Add(chance.Next() % 8 == 0 ? new Op.Again(id++) : DrawOp(chance, ref id, depth));
        }

        return new(ops);
    }

    private static Op DrawOp(SplitMix chance, ref int id, int depth)
    {
        var mine = id++;
        switch (chance.Next() % (depth < MostDepth ? 8u : 5u))
        {
            case 0:
                return new Op.Sleep(mine, 1 + (int)(chance.Next() % 3));
            case 1:
                return new Op.Exchange(mine, chance.Next() % 2 == 0);
            case 2:
                return new Op.Refused(mine);
            case 3:
                return new Op.Show(mine);
            case 5:
                return new Op.Child(mine, Draw(chance, ref id, depth + 1));
            case 6:
                var branches = new List<Op>();
                for (var count = 2 + (int)(chance.Next() % 4); count > 0; count--)
                {
                    branches.Add(DrawOp(chance, ref id, depth + 1));
                }

                return new Op.All(mine, branches);
            default:
                return new Op.Call(mine, (int)(chance.Next() % 3));
        }
    }
}
