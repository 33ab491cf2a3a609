using System.Text.Json;

namespace Portal.GraphQL.Comparison.ByHand;

/// <summary>The names in answers, encoded once.</summary>
internal static class Names
{
    public static readonly JsonEncodedText
        Data = Of("data"), Eligibility = Of("eligibility"), Date = Of("date"), IsEligible = Of("isEligible"), Member = Of("member"),
        Coverage = Of("coverage"), Plan = Of("plan"), Claims = Of("claims"), Claim = Of("claim"), Lines = Of("lines"), Provider = Of("provider"),
        Members = Of("members"), SubmitClaim = Of("submitClaim"), TypeName = Of("__typename"),
        Id = Of("id"), Number = Of("number"), FirstName = Of("firstName"), LastName = Of("lastName"), BirthDate = Of("birthDate"), Email = Of("email"),
        Phone = Of("phone"), Street = Of("street"), City = Of("city"), State = Of("state"), PostalCode = Of("postalCode"),
        GroupNumber = Of("groupNumber"), StartDate = Of("startDate"), EndDate = Of("endDate"), Code = Of("code"), Name = Of("name"),
        Status = Of("status"), Diagnosis = Of("diagnosis"), ServiceDate = Of("serviceDate"), ReceivedDate = Of("receivedDate"),
        Charged = Of("charged"), Paid = Of("paid"), Allowed = Of("allowed"), Line = Of("line"), Procedure = Of("procedure"),
        Description = Of("description"), Units = Of("units"), Npi = Of("npi"), Specialty = Of("specialty"), Errors = Of("errors");

    /// <summary>The statuses of claims, by the number that the column holds.</summary>
    public static readonly JsonEncodedText[] Statuses = [Of("RECEIVED"), Of("IN_PROCESS"), Of("PAID"), Of("DENIED"), Of("VOIDED")];

    private static JsonEncodedText Of(string name) => JsonEncodedText.Encode(name);
}
