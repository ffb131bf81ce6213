using Optimizer.Domain.Decisions;
using static Optimizer.Domain.Policies.Keys.KeyText;

namespace Optimizer.Domain.Policies.Keys;

/// <summary>The three keys of a rule that a document states: limit, min_units and mode (DESIGN section 4).</summary>
internal sealed record StatedKeys(
    string Name, PolicyKeyType Type, string Says, Func<StatedRules, StatedRule> Get, Func<StatedRules, StatedRule, StatedRules> Set)
{
    /// <summary>Whether the limit is a chance, in [0, 1], rather than a gain or drop.</summary>
    public bool IsChance { get; init; }

    /// <summary>Profiles whose document states the rule; their strict forms act on it word for word.</summary>
    public IReadOnlyList<Profile> Literal { get; init; } = Defaults.Strict;

    /// <summary>Mode of profiles that are not strict, where it is another than that of the rule itself.</summary>
    public IReadOnlyDictionary<Profile, string> Modes { get; init; } = new Dictionary<Profile, string>();

    public IReadOnlyList<PolicyKey> Keys
    {
        get
        {
            var (plain, literal) = (Get(new StatedRules()), Get(StatedRules.Literal));
            var isStop = Type == PolicyKeyType.Stop;
            var key = new PolicyKey { Name = Name, Type = Type, Form = ValueForm.Choice, Means = Says, Default = "" };
            return
            [
                key with
                {
                    Name = $"{Name}.mode",
                    Means = $"{Says}: guarded acts on evidence, literal does what the document says, off only records.",

                    // A stop that acts word for word stops soonest; an adoption that does is the loosest.
                    Choices = isStop ? ["off", "guarded", "literal"] : ["literal", "guarded", "off"],
                    Default = Text(plain.Mode),
                    ByProfile = Modes.Concat(Literal.Select(profile => KeyValuePair.Create(profile, "literal"))).ToDictionary(),
                    Into = Setter((rule, value) => rule with { Mode = Enum.Parse<RuleMode>(value, true) }),
                },
                key with
                {
                    Name = $"{Name}.limit",
                    Form = ValueForm.Share,
                    Means = $"{Says}: the stated number.",
                    Most = IsChance ? 1 : 100,
                    LargerIsTighter = !isStop || IsChance,
                    Default = KeyText.Text(plain.Limit),
                    Into = Setter((rule, value) => rule with { Limit = Number(value) }),
                },
                key with
                {
                    Name = $"{Name}.min_units",
                    Form = ValueForm.Whole,
                    Means = $"{Says}: units per variant below which it stays silent; 0 is the word of the document.",
                    Unit = "units",
                    Most = 1_000_000_000,
                    LargerIsTighter = !isStop,
                    Default = KeyText.Text(plain.MinimumUnits),
                    ByProfile = Defaults.For(Literal, KeyText.Text(literal.MinimumUnits)),
                    Into = Setter((rule, value) => rule with { MinimumUnits = Whole(value) }),
                },
            ];
        }
    }

    private static string Text(RuleMode mode) => mode.ToString().ToLowerInvariant();

    private Func<EffectivePolicy, string, EffectivePolicy> Setter(Func<StatedRule, string, StatedRule> change) => (policy, value) =>
        policy with { Rules = policy.Rules with { Stated = Set(policy.Rules.Stated, change(Get(policy.Rules.Stated), value)) } };
}
