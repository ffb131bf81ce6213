using Optimizer.Functions.Tables;

namespace Optimizer.Functions.Trail;

/// <summary>Where what of the trail lies: one partition, because only there many rows change together.</summary>
internal static class TrailKeys
{
    public const string Partition = "trail";

    /// <summary>The row that says where the trail ends.</summary>
    public const string Head = "head";

    /// <summary>The kinds of rows that find records.</summary>
    public static IReadOnlyList<string> Finding { get; } = ["key", "play", "experiment", "kind"];

    public static string Records { get; } = RowKeys.Under("record");

    public static string Record(long sequence) => Records + RowKeys.Of(sequence);

    /// <summary>The row that says which record has an idempotency key.</summary>
    public static string Key(string key) => RowKeys.Join("key", RowKeys.Hash(key));

    /// <summary>What the marks of a play's records begin with.</summary>
    public static string Play(string play) => RowKeys.Under("play", RowKeys.Of(play));

    public static string Experiment(string experiment) => RowKeys.Under("experiment", RowKeys.Of(experiment));

    public static string Kind(string kind) => RowKeys.Under("kind", RowKeys.Of(kind));
}
