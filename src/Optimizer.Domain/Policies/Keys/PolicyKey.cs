namespace Optimizer.Domain.Policies.Keys;

/// <summary>A thing that a policy file may set: how it reads, what it means, how scopes are resolved.</summary>
public sealed record PolicyKey
{
    /// <summary>Such as play.max_active; keeps its name for ever.</summary>
    public required string Name { get; init; }

    public required PolicyKeyType Type { get; init; }

    public required ValueForm Form { get; init; }

    /// <summary>One sentence.</summary>
    public required string Means { get; init; }

    /// <summary>What a number counts, such as days; empty for none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Smallest number allowed, itself included.</summary>
    public double Least { get; init; }

    /// <summary>Largest number allowed, itself included.</summary>
    public double Most { get; init; } = 1;

    /// <summary>Numbers must be multiples of it.</summary>
    public int Step { get; init; } = 1;

    /// <summary>Words allowed, the loosest first; of a number, words that stand beside it.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Where <see cref="Choices"/> of a number stand among the numbers.</summary>
    public double ChoiceRank { get; init; }

    /// <summary>Whether the larger number is the tighter one. Words are always ordered from loose to tight.</summary>
    public bool LargerIsTighter { get; init; }

    /// <summary>As it would be written, in the profile gtm-play.</summary>
    public required string Default { get; init; }

    /// <summary>Where a profile has another default.</summary>
    public IReadOnlyDictionary<Profile, string> ByProfile { get; init; } = new Dictionary<Profile, string>();

    /// <summary>Puts a value into a policy; goals go nowhere but <see cref="EffectivePolicy.Values"/>.</summary>
    public Func<EffectivePolicy, string, EffectivePolicy> Into { get; init; } = (policy, _) => policy;

    public string DefaultOf(Profile profile) => ByProfile.TryGetValue(profile, out var value) ? value : Default;

    /// <summary>How tight a value is: the larger number is the tighter one. Of names, how many.</summary>
    public double Tightness(string value)
    {
        var rank = Form switch
        {
            ValueForm.Choice => Choices.ToList().IndexOf(value),
            ValueForm.Flag => value == "true" ? 1 : 0,
            ValueForm.Names => KeyText.Names(value).Count,
            _ when Choices.Contains(value) => ChoiceRank,
            _ => KeyText.Number(value),
        };
        return Form is ValueForm.Choice or ValueForm.Names || LargerIsTighter ? rank : -rank;
    }
}
