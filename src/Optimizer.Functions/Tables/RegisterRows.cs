using System.Globalization;
using Azure;
using Optimizer.Domain.Policies;

namespace Optimizer.Functions.Tables;

/// <summary>
/// The rows of the register: each experiment by its id, which is the one that changes are made under, and copies of it by play, by site and
/// start, and by site while it runs.
/// </summary>
internal static class RegisterRows
{
    /// <summary>One for all sites: a play's experiments are counted wherever they ran.</summary>
    public const string Partition = "register";

    public static string Key(string id) => RowKeys.Join("experiment", RowKeys.Of(id));

    public static string VersionKey(string site) => RowKeys.Join("version", RowKeys.Of(site));

    public static string OfPlay(string play) => RowKeys.Under("play", RowKeys.Of(play));

    public static string Active(string site) => RowKeys.Under("active", RowKeys.Of(site));

    public static string Started(string site) => RowKeys.Under("started", RowKeys.Of(site));

    public static long Version(StoredRow? row) => row is null ? 0 : long.Parse(row.Text, CultureInfo.InvariantCulture);

    public static IReadOnlyList<RowChange> Start(PastExperiment experiment, StoredRow? version) =>
        [new(Key(experiment.Id), RowText.Of(experiment)), .. Copies(experiment).Append(ActiveKey(experiment)).Select(key => new RowChange(key, RowText.Of(experiment))), Raised(experiment, version)];

    public static IReadOnlyList<RowChange> End(PastExperiment ended, StoredRow row) =>
        [new(row.Key, RowText.Of(ended), row.Tag), .. Copies(ended).Select(key => new RowChange(key, RowText.Of(ended), ETag.All)), RowChange.Remove(ActiveKey(ended))];

    public static IReadOnlyList<RowChange> Release(PastExperiment running, StoredRow row, StoredRow? version) =>
        [new(row.Key, null, row.Tag), .. Copies(running).Append(ActiveKey(running)).Select(RowChange.Remove), Raised(running, version)];

    private static RowChange Raised(PastExperiment experiment, StoredRow? version) =>
        new(VersionKey(experiment.Site), (Version(version) + 1).ToString(CultureInfo.InvariantCulture), version?.Tag);

    private static IEnumerable<string> Copies(PastExperiment experiment) =>
    [
        OfPlay(experiment.Play) + RowKeys.Of(experiment.Id),
        Started(experiment.Site) + RowKeys.Join(RowKeys.Of(experiment.StartedAt.UtcTicks), RowKeys.Of(experiment.Id)),
    ];

    private static string ActiveKey(PastExperiment experiment) => Active(experiment.Site) + RowKeys.Of(experiment.Id);
}
