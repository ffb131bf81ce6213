using System.Globalization;
using Optimizer.Domain.Policies.Keys;
using Optimizer.Domain.Policies.Scopes;
using Optimizer.Workflows.Definitions.Documents;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Definitions.PolicyParts;

/// <summary>Reads what a scope sets.</summary>
internal static class SettingReader
{
    private const string Freeze = "freeze";

    /// <summary>The keys under set, and freeze, which may stand beside it.</summary>
    public static IReadOnlyList<PolicySetting> All(Fields fields, string file)
    {
        var settings = new List<PolicySetting>();
        var freeze = fields.May(Freeze);
        if (freeze.Flag() is { } frozen)
        {
            settings.Add(new(Freeze, frozen ? "true" : "false", Where(file, fields.Problems, freeze.Line)));
        }

        var set = fields.May("set");
        if (set.Node is not (null or Node.Map))
        {
            set.Refuse($"is {Shown.Value(set.Node)}; must be keys with their values, as in play.max_starts: 2");
        }

        foreach (var entry in (set.Node as Node.Map)?.Entries ?? [])
        {
            if (One(entry, new(entry.Value, entry.Line, $"{set.Path}.{Shown.Cut(entry.Key)}", fields.Problems), file) is { } setting)
            {
                settings.Add(setting);
            }
        }

        if (settings.Count(setting => setting.Key == Freeze) > 1)
        {
            freeze.Refuse("stands here and under set; keep one of them");
        }

        return settings;
    }

    /// <summary>File and line, as values carry it.</summary>
    public static string Where(string file, ProblemList problems, int line) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}:{problems.LineInFile(line)}");

    private static PolicySetting? One(Node.Entry entry, Place place, string file)
    {
        if (PolicyKeys.Find(entry.Key) is not { } key)
        {
            place.Refuse($"there is no such key; did you mean {PolicyKeys.Nearest(entry.Key)}?");
            return null;
        }

        if (Text(entry.Value, key) is not { } written)
        {
            place.Refuse($"is {Shown.Value(entry.Value)}; must be {KeyText.Wanted(key)}");
            return null;
        }

        var (value, fault) = KeyText.Read(key, written);
        if (value is null)
        {
            place.Refuse($"{Shown.Cut(fault!)}; must be {KeyText.Wanted(key)}");
            return null;
        }

        return new(key.Name, value, Where(file, place.Problems, entry.Line));
    }

    private static string? Text(Node node, PolicyKey key) => node switch
    {
        Node.Scalar { Kind: not ScalarKind.Null } scalar => scalar.Text,
        Node.List list when key.Form == ValueForm.Names && list.Items.All(item => item is Node.Scalar { Kind: ScalarKind.Text }) =>
            string.Join(',', list.Items.Cast<Node.Scalar>().Select(item => item.Text)),
        _ => null,
    };
}
