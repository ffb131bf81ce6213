using System.Collections.Frozen;

namespace Optimizer.Workflows.Answers;

/// <summary>Words of which questions are made: they name no play.</summary>
internal static class QuestionWords
{
    private static readonly FrozenSet<string> Usual = (
        "a about actually already anyway basically current currently exactly finally overall recent recently possibly probably simplyafter again all also always am an and any anybody anyone anything are as ask asked asking at back because been before began begin begun being but by can "
        + "campaign campaigns cancel cancelled change changed changes changing come could day days decide decided decision decisions definition did didn didn't do does doing done don't during each "
        + "else end ended ending ever every everybody everyone everything everywhere experiment experiments far few for from get give given go goes going good got guy guys had happen happened "
        + "happening happens has have haven't he hello her hey hi him his hours how i i'd i'm if in into is isn't it it's its just keep kept know last lately learn learned learning learnt let let's "
        + "like long look loop make made many matter may me mean might month months more most much must my need needed needs never new next no nobody not nothing now of off ok okay on one ones only "
        + "open optimizer or other our out over pending person play play's plays please policy put question questions quite reason reasons really right run running runs said say see she should show since so "
        + "some somebody someone something sometimes state status still stuff such suddenly tell test tested testing tests than thank thanks that that's the their them then there these they thing things this "
        + "those till time times to today told too tried tries try trying until up us very wait waited waiting want wanted wants was wasn't way we week weeks well went were what what's whatever when "
        + "where which while who who's whom whose why will with without won't work worked working works would year yes yesterday yet you your yours "
        + "adopt adopted adopting approval approvals approve approved approver autonomy blocked converge converged decline declined demote demoted denied deny enrol enrolled enroll extend extended fail failed failing "
        + "finish finished flag flagged freeze froze frozen frozeen graduate graduated halt halted hypotheses hypothesis idea ideas kill killed launch launched live lower lowered miss missed park parked pause paused pausing "
        + "plan planned planning plans prolong prolonged promote promoted propose proposed raise raised reduce reduced refuse refused reject rejected reopen reopened request requested restart restarted restore restored resume "
        + "resumed revert reverted reverting roll rolled rollback set ship shipped skip skipped start started starting stop stopped stopping stops stuck suggest suggested terminate terminated throttle throttled tick ticks "
        + "took take undo undone unfreeze unpause unpaused variant variants wrong").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word, in lower case, is one of these.</summary>
    public static bool IsUsual(string word) => Usual.Contains(word);
}
