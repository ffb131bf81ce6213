namespace Optimizer.Crash.Tests.Scripts;

/// <summary>What a script comes to, without an engine.</summary>
internal static class ScriptModel
{
    /// <summary>What a failed call counts as.</summary>
    public const long Refusal = -7;

    /// <summary>What the signal of an operation carries.</summary>
    public static long SignalOf(int op) => 1_000 + op;

    /// <summary>What the activity of an operation answers.</summary>
    public static long AnswerOf(int op) => 31L * op + 7;

    /// <summary>Folds the numbers so that their order counts.</summary>
    public static long Fold(long sum, long number) => unchecked(sum * 1_000_003 + number);

    public static long Run(Script script) => script.Ops.Aggregate(0L, (sum, op) => Fold(sum, Run(op)));

    /// <summary>How many activities have an effect, retries and repeats not counted.</summary>
    public static int Effects(Script script) => script.Ops.Sum(Effects);

    private static long Run(Op op) => op switch
    {
        Op.Call call => AnswerOf(call.Id),
        Op.All all => all.Ops.Aggregate(0L, (sum, branch) => Fold(sum, Run(branch))),
        Op.Sleep sleep => sleep.Units,
        Op.Exchange or Op.Again => SignalOf(op.Id),
        Op.Child child => Run(child.Script),
        Op.Show => op.Id,
        Op.Refused => Refusal,
        _ => throw new InvalidOperationException($"unknown operation {op}"),
    };

    private static int Effects(Op op) => op switch
    {
        Op.Call or Op.Exchange or Op.Again => 1,
        Op.All all => all.Ops.Sum(Effects),
        Op.Child child => Effects(child.Script),
        _ => 0,
    };
}
