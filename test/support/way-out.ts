/** The verbs that a sentence may begin with when it tells somebody what to do. */
const asking = `
  Accept Activate Add Adjust Agree Align Allow Answer Apply Approve Ask Assign Authorize Be Begin Bring Buy Call Cancel
  Change Check Choose Close Collect Come Complete Configure Confirm Contact Convert Correct Count Create Credit Decide
  Delete Describe Drop Enable End Enter Extend Fill Find Fix Follow Generate Get Give Go Have Import Include Invite Issue Keep
  Leave Let List Load Log Look Lower Make Mark Move Name Offer Open Order Pass Pay Pick Place Point Propose Provide Put
  Quote Raise Reactivate Read Record Reduce Refund Register Release Reload Remove Renew Repeat Replace Report Request
  Resend Restore Resume Retry Reverse Save Say Search See Select Sell Send Set Shorten Sign Specify Split Start State
  Stop Submit Subscribe Switch Take Tell Terminate Try Turn Unsubscribe Update Use Verify View Visit Wait Withdraw Write
`;

/** Whole sentences, one of which tells the person what to do. It is as far as a program sees whether a refusal helps. */
export const tellsTheWayOut = new RegExp(`(^|[.:] )(\\d\\. )?(${asking.trim().split(/\s+/).join('|')})\\b.*\\.$`, 's');
